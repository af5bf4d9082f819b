import { startFakeStripe } from "../support/fake-stripe/running"
import { storeTest } from "../support/store-test"
import { remindersSuite } from "./billing/reminders.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"
import { paymentStripeSuite } from "./billing/payment-stripe.suite"

storeTest(paymentPagesSuite, remindersSuite)
import { documentsSuite } from "./billing/documents.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"
import { remindersSuite } from "./billing/reminders.suite"

storeTest(documentsSuite)
startFakeStripe()
storeTest(paymentPagesSuite, paymentStripeSuite)
storeTest(paymentPagesSuite, remindersSuite, documentsSuite)
