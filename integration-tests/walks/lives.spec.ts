import { randomLivesSuite } from "../scenarios/random-lives.suite"
import { storeTest } from "../support/store-test"

storeTest(randomLivesSuite)
