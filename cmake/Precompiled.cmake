# Headers that are parsed once for many files: of the 2.9 seconds of a small file 2 are the standard library's.
# What is in here costs every file that reads it, for its templates are instantiated anew in each: nlohmann/json.hpp
# takes 0.9 of the 2.6 seconds it takes otherwise, so that it pays only where nearly all files include it.

# add_precompiled(<name> HEADERS <headers> [LIBRARIES <libraries>] [DEFINITIONS <macros>])
#
# A target whose precompiled headers others use with REUSE_FROM: cmake/precompiled.h and HEADERS.
function(add_precompiled name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBRARIES;DEFINITIONS")
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/${name}.cpp" CONTENT "// Carries precompiled headers.\n")
  add_library(${name} OBJECT "${PROJECT_BINARY_DIR}/${name}.cpp")
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF EXCLUDE_FROM_ALL ON)
  target_link_libraries(${name} PRIVATE pressmark_settings ${arg_LIBRARIES})
  target_compile_definitions(${name} PRIVATE ${arg_DEFINITIONS})
  target_precompile_headers(${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h" ${arg_HEADERS})
endfunction()

add_precompiled(pressmark_precompiled)
