import { startFakeStripe } from "../support/fake-stripe/running"
import { storeTest } from "../support/store-test"
import { remindersSuite } from "./billing/reminders.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"
import { paymentStripeSuite } from "./billing/payment-stripe.suite"

startFakeStripe()
storeTest(paymentPagesSuite, paymentStripeSuite)
storeTest(paymentPagesSuite, remindersSuite)
import { documentsSuite } from "./billing/documents.suite"

storeTest(documentsSuite)
