import { storeTest } from "../support/store-test"
import { aMonthOfMessagesSuite } from "./a-month-of-messages.suite"
import { documentsShownSuite } from "./documents-shown.suite"
import { gettingPaidSuite } from "./getting-paid.suite"
import { oneInvoiceSuite } from "./one-invoice.suite"
import { sendInvoiceSuite } from "./send-invoice.suite"
import { trialsAndPacksSuite } from "./trials-and-packs.suite"

storeTest(
  trialsAndPacksSuite,
  gettingPaidSuite,
  aMonthOfMessagesSuite,
  documentsShownSuite,
  oneInvoiceSuite,
  sendInvoiceSuite,
)
