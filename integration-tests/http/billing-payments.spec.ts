import { storeTest } from "../support/store-test"
import { documentsSuite } from "./billing/documents.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"
import { remindersSuite } from "./billing/reminders.suite"

storeTest(paymentPagesSuite, documentsSuite, remindersSuite)
