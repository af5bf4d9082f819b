import { changesOfAPlanSuite } from "../scenarios/changes-of-a-plan.suite"
import { pausesAndSkipsSuite } from "../scenarios/pauses-and-skips.suite"
import { priceMigrationsSuite } from "../scenarios/price-migrations.suite"
import { storeTest } from "../support/store-test"
import { changesSuite } from "./billing/changes.suite"
import { ownChangesSuite } from "./billing/own-changes.suite"
import { termsSuite } from "./billing/terms.suite"

storeTest(termsSuite, ownChangesSuite, changesSuite, changesOfAPlanSuite, pausesAndSkipsSuite, priceMigrationsSuite)
