import { startFakeStripe } from "../support/fake-stripe/running"
import { storeTest } from "../support/store-test"
import { accountsSuite } from "./billing/accounts.suite"
import { documentsSuite } from "./billing/documents.suite"
import { dunningSuite } from "./billing/dunning.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"
import { paymentStripeSuite } from "./billing/payment-stripe.suite"
import { paymentTwiceSuite } from "./billing/payment-twice.suite"
import { remindersSuite } from "./billing/reminders.suite"

startFakeStripe()
storeTest(
  accountsSuite,
  paymentPagesSuite,
  paymentStripeSuite,
  paymentTwiceSuite,
  documentsSuite,
  remindersSuite,
  dunningSuite,
)
