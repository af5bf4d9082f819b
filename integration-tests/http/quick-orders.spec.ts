import { storeTest } from "../support/store-test"
import { quickOrderPackagesSuite } from "./quick-orders/packages.suite"
import { quickOrderPagesSuite } from "./quick-orders/pages.suite"
import { quickOrderPayingSuite } from "./quick-orders/paying.suite"
import { personalSuite } from "./quick-orders/personal.suite"
import { quickOrderSecuritySuite } from "./quick-orders/security.suite"
import { quickOrderStoreSuite } from "./quick-orders/store.suite"

storeTest(
  personalSuite,
  quickOrderPackagesSuite,
  quickOrderPagesSuite,
  quickOrderPayingSuite,
  quickOrderSecuritySuite,
  quickOrderStoreSuite,
)
