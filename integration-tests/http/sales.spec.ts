import { storeTest } from "../support/store-test"
import { chainSuite } from "./sales/chain.suite"
import { historySuite } from "./sales/history.suite"
import { oddOrdersSuite } from "./sales/odd-orders.suite"
import { peopleSuite } from "./sales/people.suite"
import { renewalSalesSuite } from "./sales/renewals.suite"

storeTest(historySuite, oddOrdersSuite, chainSuite, peopleSuite, renewalSalesSuite)
