# The third-party libraries, as imported targets, each only where a component (cmake/Components.cmake)
# needs it. docs/dependencies.md says why each is here; scripts/check_includes says which folder may use it.
find_package(PkgConfig REQUIRED)

# The searcher.
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(md REQUIRED IMPORTED_TARGET libmd)
find_package(tl-expected REQUIRED)

# libstemmer ships neither a pkg-config nor a CMake file.
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(pressmark_stemmer INTERFACE)
target_link_libraries(pressmark_stemmer INTERFACE "${STEMMER_LIBRARY}")
target_include_directories(pressmark_stemmer SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")

if(PRESSMARK_WITH_INDEXER OR PRESSMARK_WITH_SERVER)
  pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus>=3.3)
  find_package(nlohmann_json REQUIRED)
  find_package(Threads REQUIRED)
endif()

if(PRESSMARK_WITH_INDEXER)
  pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl>=7.88)
  pkg_check_modules(tinyxml2 REQUIRED IMPORTED_TARGET tinyxml2)
  pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
  pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
  pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
  pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
  pkg_check_modules(yaml_cpp REQUIRED IMPORTED_TARGET yaml-cpp)
endif()

if(PRESSMARK_WITH_SERVER)
  pkg_check_modules(microhttpd REQUIRED IMPORTED_TARGET libmicrohttpd>=0.9.75)
endif()

if(PRESSMARK_WITH_CLI)
  find_package(CLI11 REQUIRED)
endif()

if(PRESSMARK_DEVELOPER_MODE)
  find_package(Boost 1.74 REQUIRED COMPONENTS unit_test_framework)
  pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
endif()
