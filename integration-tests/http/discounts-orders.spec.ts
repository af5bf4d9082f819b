import { storeTest } from "../support/store-test"
import { completionSuite } from "./discounts/completion.suite"
import { ordersSuite } from "./discounts/orders.suite"

storeTest(completionSuite, ordersSuite)
