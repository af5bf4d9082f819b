import { storeTest } from "../support/store-test"
import { provisioningDeliverySuite } from "./provisioning/delivery.suite"
import { provisioningLifeSuite } from "./provisioning/life.suite"

storeTest(provisioningDeliverySuite, provisioningLifeSuite)
