import { startFakeStripe } from "../support/fake-stripe/running"
import { storeTest } from "../support/store-test"
import { paymentPagesSuite } from "./billing/payment-pages.suite"
import { paymentStripeSuite } from "./billing/payment-stripe.suite"

startFakeStripe()
storeTest(paymentPagesSuite, paymentStripeSuite)
