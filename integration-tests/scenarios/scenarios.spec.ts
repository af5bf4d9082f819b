import { storeTest } from "../support/store-test"
import { bootSuite } from "../http/boot.suite"
import { demoStoreSuite } from "./demo-store.suite"
import { mixedCartSuite } from "./mixed-cart.suite"
import { aYearOfMonthlyBillingSuite } from "./a-year-of-monthly-billing.suite"
import { discountVectorsSuite } from "./discount-vectors.suite"
import { packagesSuite } from "./packages.suite"
import { storefrontGuideSuite } from "./storefront-guide.suite"

storeTest(
  bootSuite,
  demoStoreSuite,
  mixedCartSuite,
  aYearOfMonthlyBillingSuite,
  discountVectorsSuite,
  storefrontGuideSuite,
  packagesSuite,
)
