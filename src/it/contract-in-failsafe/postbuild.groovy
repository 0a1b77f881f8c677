import groovy.json.JsonSlurper

def result = { folder -> new JsonSlurper().parse(new File(basedir, "target/$folder/contract.json")) }

def conforming = result('rollcall')
assert conforming.verdict == 'CONFORMS'
assert conforming.target.name == 'embedded'
assert conforming.totals.PASSED > 300

def faulty = result('busy-fades')
assert faulty.verdict == 'DEVIATES'
assert faulty.checks.findAll { it.counts }*.operation.toSet() == ['time'] as Set

// No check can fail where nothing answers: the plan itself does, under the name of its engine.
assert result('nothing-there').verdict == 'UNKNOWN'
assert new File(basedir, 'build.log').text.contains('NotConforming: nothing answers at http://127.0.0.1:1')

def suites = new File(basedir, 'target/failsafe-reports').list().findAll { it.startsWith('TEST-') } - 'TEST-JUnit Jupiter.xml'
assert suites && suites.every { it ==~ /TEST-dev\.rollcall\.contract\.\w+Contract\.xml/ }
