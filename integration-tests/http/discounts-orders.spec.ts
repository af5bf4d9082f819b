import { storeTest } from "../support/store-test"
import { passesSuite } from "./cart/passes.suite"
import { buyersSuite } from "./cart/buyers.suite"
import { completionSuite } from "./discounts/completion.suite"
import { ordersSuite } from "./discounts/orders.suite"

storeTest(passesSuite, buyersSuite, completionSuite, ordersSuite)
