import { storeTest } from "../support/store-test"
import { cartSuite } from "./packages/cart.suite"
import { draftsSuite } from "./packages/drafts.suite"
import { ordersSuite } from "./packages/orders.suite"

storeTest(cartSuite, ordersSuite, draftsSuite)
