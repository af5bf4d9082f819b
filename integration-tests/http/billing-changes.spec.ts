import { changesOfAPlanSuite } from "../scenarios/changes-of-a-plan.suite"
import { pausesAndSkipsSuite } from "../scenarios/pauses-and-skips.suite"
import { storeTest } from "../support/store-test"
import { changesSuite } from "./billing/changes.suite"

storeTest(changesSuite, changesOfAPlanSuite, pausesAndSkipsSuite)
