import { storeTest } from "../support/store-test"
import { breakdownSuite } from "./packages/breakdown.suite"
import { cartSuite } from "./packages/cart.suite"
import { catalogSuite } from "./packages/catalog.suite"

storeTest(catalogSuite, breakdownSuite, cartSuite)
