import { storeTest } from "../support/store-test"
import { passesSuite } from "./cart/passes.suite"
import { buyersSuite } from "./cart/buyers.suite"
import { couponsSuite } from "./discounts/coupons.suite"
import { completionSuite } from "./discounts/completion.suite"
import { exchangesSuite } from "./discounts/exchanges.suite"
import { limitsSuite } from "./discounts/limits.suite"
import { ordersSuite } from "./discounts/orders.suite"

storeTest(passesSuite, buyersSuite, completionSuite, couponsSuite, ordersSuite, exchangesSuite, limitsSuite)
