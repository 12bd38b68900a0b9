# add_layer(<folder> [COLD]
#   SOURCES  <.cpp files>
#   ALONE    <those of SOURCES whose file-local names are also those of a neighbour>
#   HEADERS  <headers that other layers may include>
#   INTERNAL <headers only this layer includes>
#   PUBLIC   <layers and libraries its headers need>
#   PRIVATE  <layers and libraries only its sources need>)
#
# COLD: nobody feels how fast it runs, as it works once a command or only puts answers into words. It is
# compiled with -O1 where others have -O2, which takes a sixth to a third of the compiler's time away.
#
# One folder becomes one static library. Its public headers are linked one by one into an
# include root of its own, <build>/layers/<target>, under their repository path; a layer
# therefore sees the headers of the layers it names and of no others: a wrong include does
# not compile (tests/layering proves it). Layers are named by their folder.
function(add_layer folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "COLD" "" "SOURCES;ALONE;HEADERS;INTERNAL;PUBLIC;PRIVATE")
  string(REPLACE "/" "_" name "${folder}")
  set(target "pressmark_${name}")

  set(root "${PROJECT_BINARY_DIR}/layers/${name}")
  set(internal_root "${PROJECT_BINARY_DIR}/layers/${name}.internal")
  _link_headers("${root}" "${folder}" ${arg_HEADERS})
  _link_headers("${internal_root}" "${folder}" ${arg_INTERNAL})

  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(public PUBLIC)
    target_include_directories(${target} PUBLIC "${root}" PRIVATE "${internal_root}")
    target_link_libraries(${target} PRIVATE pressmark_settings)
    target_precompile_headers(${target} REUSE_FROM pressmark_precompiled)
    _as_settings_say(${target})
    if(arg_COLD)
      target_compile_options(${target} PRIVATE $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<CXX_COMPILER_ID:GNU,Clang>>:-O1>)
    endif()
    set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  else()
    add_library(${target} INTERFACE)
    set(public INTERFACE)
    target_include_directories(${target} INTERFACE "${root}")
  endif()
  target_compile_features(${target} ${public} cxx_std_20)  # of whoever includes its headers, too
  _layer_targets(public_targets ${arg_PUBLIC})
  _layer_targets(private_targets ${arg_PRIVATE})
  target_link_libraries(${target} ${public} ${public_targets})
  if(private_targets)
    target_link_libraries(${target} PRIVATE ${private_targets})
  endif()
endfunction()

# Unity builds where whoever builds wants them, in batches for which the lists ALONE are made; in somebody
# else's project nothing is built but what is linked.
function(_as_settings_say target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE ${PRESSMARK_UNITY_BATCH_SIZE})
  if(NOT PROJECT_IS_TOP_LEVEL)
    set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
  endif()
endfunction()

function(_link_headers root folder)
  file(REMOVE_RECURSE "${root}")
  file(MAKE_DIRECTORY "${root}/${folder}")
  foreach(header IN LISTS ARGN)
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}/${header}" "${root}/${folder}/${header}" SYMBOLIC)
  endforeach()
endfunction()

# Turns layer folders into target names; anything else is a library target already.
function(_layer_targets result)
  set(targets)
  foreach(item IN LISTS ARGN)
    if(IS_DIRECTORY "${PROJECT_SOURCE_DIR}/${item}")
      string(REPLACE "/" "_" item "pressmark_${item}")
    endif()
    list(APPEND targets "${item}")
  endforeach()
  set(${result} "${targets}" PARENT_SCOPE)
endfunction()
