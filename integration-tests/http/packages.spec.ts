import { storeTest } from "../support/store-test"
import { cartSuite } from "./packages/cart.suite"
import { hiddenSuite } from "./packages/hidden.suite"
import { storePackagesSuite } from "./packages/store.suite"

storeTest(cartSuite, hiddenSuite, storePackagesSuite)
