# The native program: readers, builder, command line; and its tests.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-cpp)

add_library(catchword_search STATIC ${CATCHWORD_SHARED_SOURCES} core/analysis/unicode_icu.cc)
target_compile_options(catchword_search PRIVATE -fno-exceptions)
target_link_libraries(catchword_search PUBLIC ICU::uc ICU::data)
