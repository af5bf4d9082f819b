import { storeTest } from "../support/store-test"
import { cartSuite } from "./packages/cart.suite"
import { catalogSuite } from "./packages/catalog.suite"
import { guardedCartsSuite } from "./packages/guarded-carts.suite"
import { hiddenSuite } from "./packages/hidden.suite"
import { storePackagesSuite } from "./packages/store.suite"

storeTest(catalogSuite, cartSuite, guardedCartsSuite, hiddenSuite, storePackagesSuite)
