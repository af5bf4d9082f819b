import { storeTest } from "../support/store-test"
import { accessMatrixSuite } from "../http/access-matrix.suite"
import { contractsSuite } from "../http/contracts.suite"
import { hostileInputSuite } from "../http/hostile-input.suite"

storeTest(accessMatrixSuite, hostileInputSuite, contractsSuite)
