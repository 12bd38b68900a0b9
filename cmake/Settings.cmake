# Compiler settings every target of the project shares, as one INTERFACE target.
include(GNUInstallDirs)

# Replaces what CMake says for a build type, unless somebody has said something else.
macro(_default_flags type cmakes ours)
  if(CMAKE_CXX_FLAGS_${type} STREQUAL "${cmakes}")
    set(CMAKE_CXX_FLAGS_${type} "${ours}")
  endif()
endmacro()

if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
  endif()
  # CMake's own -O3 takes up to a fifth more of the compiler's time than -O2, with which everything in bench/RESULTS.md
  # was measured; of debug information backtraces need the lines.
  _default_flags(RELEASE "-O3 -DNDEBUG" "-O2 -DNDEBUG")
  _default_flags(RELWITHDEBINFO "-O2 -g -DNDEBUG" "-O2 -g1 -DNDEBUG")
  find_program(CCACHE_PROGRAM ccache)
  if(CCACHE_PROGRAM AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    # What it needs to be of use with precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
  endif()
  # Several files of a layer are compiled as one, which halves the time of a build from nothing. Whoever works
  # on one file and builds after each change sets -DCMAKE_UNITY_BUILD=OFF.
  option(CMAKE_UNITY_BUILD "Compile several files of a layer as one" ON)
endif()
set(PRESSMARK_UNITY_BATCH_SIZE 10)

add_library(pressmark_settings INTERFACE)
target_compile_features(pressmark_settings INTERFACE cxx_std_20)
target_compile_options(pressmark_settings INTERFACE
  # Members that an initialiser leaves out have their default.
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  $<$<BOOL:${PRESSMARK_DEVELOPER_MODE}>:-Werror>)
target_compile_definitions(pressmark_settings INTERFACE
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
