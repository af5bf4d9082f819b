import { storeTest } from "../support/store-test"
import { provisioningDeliverySuite } from "./provisioning/delivery.suite"
import { provisioningLifeSuite } from "./provisioning/life.suite"
import { provisioningStockSuite } from "./provisioning/stock.suite"

storeTest(provisioningDeliverySuite, provisioningLifeSuite, provisioningStockSuite)
