import { storeTest } from "../support/store-test"
import { aMonthOfMessagesSuite } from "./a-month-of-messages.suite"
import { gettingPaidSuite } from "./getting-paid.suite"
import { sendInvoiceSuite } from "./send-invoice.suite"

storeTest(gettingPaidSuite, aMonthOfMessagesSuite, sendInvoiceSuite)
