import { storeTest } from "../support/store-test"
import { cartSuite } from "./packages/cart.suite"
import { catalogSuite } from "./packages/catalog.suite"

storeTest(catalogSuite, cartSuite)
