import { storeTest } from "../support/store-test"
import { chainSuite } from "./sales/chain.suite"
import { historySuite } from "./sales/history.suite"
import { peopleSuite } from "./sales/people.suite"

storeTest(historySuite, chainSuite, peopleSuite)
