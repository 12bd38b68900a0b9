# cmake -D TESTS=<build folder> -P …: no CTest entry of a build can hang for CTest's own limit of 25 minutes.
# Names those that could.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${TESTS}" --show-only=json-v1
  OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)
string(JSON tests GET "${listing}" tests)
string(JSON count LENGTH "${tests}")
string(REGEX MATCHALL "\"name\" : \"TIMEOUT\"" limits "${tests}")
list(LENGTH limits limit_count)
if(count EQUAL 0)
  message(FATAL_ERROR "no tests in ${TESTS}")
endif()
if(count EQUAL limit_count)
  return()
endif()

# Each look at the listing reads all of it, hence only where there is something to name.
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON test GET "${tests}" ${i})
  if(NOT test MATCHES "\"name\" : \"TIMEOUT\"")
    string(JSON name GET "${test}" name)
    message(SEND_ERROR "${name} has no TIMEOUT: see cmake/LimitTest.cmake")
  endif()
endforeach()
