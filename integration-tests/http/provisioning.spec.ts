import { storeTest } from "../support/store-test"
import { provisioningChangesSuite } from "./provisioning/changes.suite"
import { provisioningDeliverySuite } from "./provisioning/delivery.suite"
import { provisioningLifeSuite } from "./provisioning/life.suite"
import { provisioningOptionsSuite } from "./provisioning/options.suite"
import { provisioningStockSuite } from "./provisioning/stock.suite"

storeTest(
  provisioningChangesSuite,
  provisioningDeliverySuite,
  provisioningLifeSuite,
  provisioningOptionsSuite,
  provisioningStockSuite,
)
