# Tests that hang are ended: without a limit of its own, CTest waits 25 minutes for each.
set(PRESSMARK_TEST_TIMEOUT_FACTOR 1 CACHE STRING
  "The times tests may take are multiplied by this whole number; for sanitizers and slow machines")

# limit_test(<CTest entry> [<seconds>])
#
# Gives a test its time, two minutes if not told: many times what it takes, so that only a test that hangs
# meets it. Every entry has a limit (tests/scripts/every_test_has_a_time_limit.cmake).
function(limit_test entry)
  set(seconds 120)
  if(ARGC GREATER 1)
    set(seconds "${ARGV1}")
  endif()
  math(EXPR seconds "${seconds} * ${PRESSMARK_TEST_TIMEOUT_FACTOR}")
  set_tests_properties("${entry}" PROPERTIES TIMEOUT "${seconds}")
endfunction()
