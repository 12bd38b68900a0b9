# Boost.Test parsed once for all tests, and once more with JSON for the programs most of whose files read it.
add_precompiled(pressmark_precompiled_tests
  HEADERS     <boost/test/unit_test.hpp> <boost/test/data/test_case.hpp>
  LIBRARIES   Boost::unit_test_framework
  DEFINITIONS BOOST_TEST_DYN_LINK)
add_precompiled(pressmark_precompiled_tests_json
  HEADERS     <boost/test/unit_test.hpp> <boost/test/data/test_case.hpp> "${PROJECT_SOURCE_DIR}/tests/precompiled_json.h"
  LIBRARIES   Boost::unit_test_framework nlohmann_json::nlohmann_json
  DEFINITIONS BOOST_TEST_DYN_LINK)
add_library(pressmark_test_json OBJECT "${PROJECT_SOURCE_DIR}/tests/precompiled_json.cpp")
target_link_libraries(pressmark_test_json PRIVATE pressmark_settings nlohmann_json::nlohmann_json)

# The one main() of all tests.
add_library(pressmark_test_main OBJECT "${PROJECT_SOURCE_DIR}/tests/test_main.cpp")
target_link_libraries(pressmark_test_main PRIVATE pressmark_settings Boost::unit_test_framework)
target_compile_definitions(pressmark_test_main PRIVATE BOOST_TEST_DYN_LINK)

# The code of tests runs once and is compiled after every change: it is neither optimised nor has it debug
# information. The layers have both.
set(test_options $<$<CONFIG:Release,RelWithDebInfo>:-O0$<SEMICOLON>-g0>)
foreach(target IN ITEMS pressmark_precompiled_tests pressmark_precompiled_tests_json pressmark_test_json pressmark_test_main)
  target_compile_options(${target} PRIVATE ${test_options})
endforeach()

# add_layer_tests(<folder> SOURCES <x_test.cpp …> LAYERS <layers and libraries> [LABELS <labels>]
#                 [PRECOMPILED json] [TIMEOUT <seconds>])
#
# The unit tests of one layer as one program. Each file x_test.cpp holds the Boost.Test suite
# `x` and becomes the CTest entry <folder with dots>.x. Tests find the repository through the
# macro PRESSMARK_SOURCE_DIR, and see tests/support. TIMEOUT is of each entry (cmake/LimitTest.cmake).
function(add_layer_tests folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;PRECOMPILED" "SOURCES;LAYERS;LABELS")
  string(REPLACE "/" "_" name "${folder}")
  string(REPLACE "/" "." dotted "${folder}")
  set(target "test_${name}")
  add_executable(${target} ${arg_SOURCES})
  if(arg_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM pressmark_precompiled_tests_${arg_PRECOMPILED})
    target_link_libraries(${target} PRIVATE pressmark_test_${arg_PRECOMPILED})
  else()
    target_precompile_headers(${target} REUSE_FROM pressmark_precompiled_tests)
  endif()
  _layer_targets(layer_targets ${arg_LAYERS})
  target_link_libraries(${target} PRIVATE pressmark_settings pressmark_test_main pressmark_tests_support Boost::unit_test_framework ${layer_targets})
  target_compile_options(${target} PRIVATE ${test_options})
  target_compile_definitions(${target} PRIVATE
    BOOST_TEST_DYN_LINK "PRESSMARK_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\"")
  foreach(source IN LISTS arg_SOURCES)
    string(REGEX REPLACE "_test\\.cpp$" "" suite "${source}")
    add_test(NAME "${dotted}.${suite}" COMMAND ${target} --run_test=${suite} --color_output=no)
    set_tests_properties("${dotted}.${suite}" PROPERTIES LABELS "unit;${arg_LABELS}")
    limit_test("${dotted}.${suite}" ${arg_TIMEOUT})
  endforeach()
endfunction()
