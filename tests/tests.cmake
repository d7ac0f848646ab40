# The native tests: one program, one entry of ctest a test case.
find_package(rapidcheck REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
include(Catch)
enable_testing()

add_executable(catchword_tests
  tests/main.cc
  tests/support/documents.cc
  tests/support/memory_bundle.cc
  tests/build/bundle_folder_test.cc
  tests/document/config_test.cc
  tests/document/epub_reader_test.cc
  tests/document/format_test.cc
  tests/document/front_matter_test.cc
  tests/document/html_oracle.cc
  tests/document/html_oracle_test.cc
  tests/document/json_lines_reader_test.cc
  tests/document/markdown_reader_test.cc
  tests/document/pdf_reader_test.cc
  tests/document/reader_cases.cc
  tests/document/text_reader_test.cc
  tests/search/damage_test.cc
  tests/search/oracle.cc
  tests/search/oracle_test.cc
)
target_include_directories(catchword_tests PRIVATE tests)
target_compile_definitions(catchword_tests PRIVATE CATCHWORD_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(catchword_tests PRIVATE catchword_cli rapidcheck Catch2::Catch2
  PkgConfig::GUMBO ZLIB::ZLIB)
if(ZIP_FOUND)
  target_compile_definitions(catchword_tests PRIVATE CATCHWORD_HAVE_LIBZIP)
endif()
if(POPPLER_FOUND)
  target_compile_definitions(catchword_tests PRIVATE CATCHWORD_HAVE_POPPLER)
endif()
# A test whose data isn't there says so and counts as skipped.
catch_discover_tests(catchword_tests
  PROPERTIES TIMEOUT 180 SKIP_REGULAR_EXPRESSION "skipped: ")
