import { storeTest } from "../support/store-test"
import { cartSuite } from "./packages/cart.suite"

storeTest(cartSuite)
