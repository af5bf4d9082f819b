import { storeTest } from "../support/store-test"
import { accountsSuite } from "./billing/accounts.suite"
import { remindersSuite } from "./billing/reminders.suite"
import { paymentPagesSuite } from "./billing/payment-pages.suite"

storeTest(paymentPagesSuite, remindersSuite, accountsSuite)
import { documentsSuite } from "./billing/documents.suite"

storeTest(documentsSuite)
