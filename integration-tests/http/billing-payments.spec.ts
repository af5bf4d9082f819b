import { storeTest } from "../support/store-test"
import { remindersSuite } from "./billing/reminders.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"

storeTest(paymentPagesSuite, remindersSuite)
import { documentsSuite } from "./billing/documents.suite"

storeTest(documentsSuite)
