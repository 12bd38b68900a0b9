# Which parts of Pressmark are there: PRESSMARK_COMPONENTS, a list of
#
#   searcher  answers queries: pressmark::searcher; always there
#   indexer   fills a store, command by command: pressmark::indexer, which is the layer `operations`
#   server    answers HTTP requests: pressmark::server
#   cli       the program, with indexer and server
#
# A part asks for its own libraries only (cmake/Dependencies.cmake). Who works on Pressmark or installs it
# has all of them, who embeds it with add_subdirectory() the searcher unless more is asked for.
set(all_components searcher indexer server cli)
if(PROJECT_IS_TOP_LEVEL)
  set(default_components ${all_components})
else()
  set(default_components searcher)
endif()
set(PRESSMARK_COMPONENTS "${default_components}" CACHE STRING "Parts of Pressmark: searcher, indexer, server, cli")

set(PRESSMARK_WITH_INDEXER OFF)
set(PRESSMARK_WITH_SERVER OFF)
set(PRESSMARK_WITH_CLI OFF)
foreach(component IN LISTS PRESSMARK_COMPONENTS)
  if(NOT component IN_LIST all_components)
    list(JOIN all_components ", " known)
    message(FATAL_ERROR "PRESSMARK_COMPONENTS: there is no \"${component}\"; there are ${known}")
  endif()
  string(TOUPPER "${component}" component)
  set(PRESSMARK_WITH_${component} ON)
endforeach()
if(PRESSMARK_WITH_CLI)
  set(PRESSMARK_WITH_INDEXER ON)
  set(PRESSMARK_WITH_SERVER ON)
elseif(PRESSMARK_DEVELOPER_MODE)
  message(FATAL_ERROR "PRESSMARK_DEVELOPER_MODE needs the component cli: the tests run the program")
endif()
