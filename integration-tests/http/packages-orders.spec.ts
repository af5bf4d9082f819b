import { storeTest } from "../support/store-test"
import { draftsSuite } from "./packages/drafts.suite"
import { ordersSuite } from "./packages/orders.suite"
import { recurringSuite } from "./packages/recurring.suite"

storeTest(ordersSuite, draftsSuite, recurringSuite)
