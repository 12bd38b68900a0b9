# The third-party libraries, as imported targets. docs/dependencies.md says why each
# is here; scripts/check_includes says which folder may use it.
find_package(PkgConfig REQUIRED)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(tinyxml2 REQUIRED IMPORTED_TARGET tinyxml2)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(md REQUIRED IMPORTED_TARGET libmd)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus>=3.3)
pkg_check_modules(yaml_cpp REQUIRED IMPORTED_TARGET yaml-cpp)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Threads REQUIRED)

# libstemmer ships neither a pkg-config nor a CMake file.
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(pressmark_stemmer INTERFACE)
target_link_libraries(pressmark_stemmer INTERFACE "${STEMMER_LIBRARY}")
target_include_directories(pressmark_stemmer SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")

if(PRESSMARK_DEVELOPER_MODE)
  find_package(Boost 1.74 REQUIRED COMPONENTS unit_test_framework)
endif()
