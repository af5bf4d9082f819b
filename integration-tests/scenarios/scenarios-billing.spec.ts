import { storeTest } from "../support/store-test"
import { aMonthOfMessagesSuite } from "./a-month-of-messages.suite"
import { gettingPaidSuite } from "./getting-paid.suite"
import { oneInvoiceSuite } from "./one-invoice.suite"

storeTest(gettingPaidSuite, aMonthOfMessagesSuite, oneInvoiceSuite)
