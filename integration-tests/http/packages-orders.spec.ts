import { storeTest } from "../support/store-test"
import { draftsSuite } from "./packages/drafts.suite"
import { ordersSuite } from "./packages/orders.suite"

storeTest(ordersSuite, draftsSuite)
