import { storeTest } from "../support/store-test"
import { intakeSuite } from "./orders/intake.suite"
import { subscriptionsSuite } from "./billing/subscriptions.suite"
import { invoicesSuite } from "./billing/invoices.suite"
import { renewalTermsSuite } from "./billing/renewal-terms.suite"
import { renewalsSuite } from "./billing/renewals.suite"
import { renewalReservationsSuite } from "./billing/renewal-reservations.suite"
import { collectingSuite } from "./billing/collecting.suite"

storeTest(
  intakeSuite,
  subscriptionsSuite,
  invoicesSuite,
  renewalsSuite,
  renewalTermsSuite,
  renewalReservationsSuite,
  collectingSuite,
)
