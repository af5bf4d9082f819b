import { storeTest } from "../support/store-test"
import { packagesSuite } from "./packages.suite"
import { packageWalkSuite } from "./package-walk.suite"

storeTest(packageWalkSuite, packagesSuite)
