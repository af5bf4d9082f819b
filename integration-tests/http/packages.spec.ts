import { storeTest } from "../support/store-test"
import { breakdownSuite } from "./packages/breakdown.suite"
import { cartSuite } from "./packages/cart.suite"
import { catalogSuite } from "./packages/catalog.suite"
import { guardedCartsSuite } from "./packages/guarded-carts.suite"
import { hiddenSuite } from "./packages/hidden.suite"
import { storePackagesSuite } from "./packages/store.suite"

storeTest(catalogSuite, breakdownSuite, cartSuite, guardedCartsSuite, hiddenSuite, storePackagesSuite)
