# The native tests: one program of unit tests and one for whole sites and vocabularies.
find_package(rapidcheck REQUIRED)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
include(Catch)
enable_testing()

add_executable(catchword_tests
  tests/main.cc
  tests/support/data.cc
  tests/support/documents.cc
  tests/support/garbage.cc
  tests/support/memory_bundle.cc
  tests/support/pages.cc
  tests/support/spelling.cc
  tests/support/terms.cc
  tests/analysis/stemmer_test.cc
  tests/analysis/tokenizer_test.cc
  tests/analysis/word_test.cc
  tests/base/batches_test.cc
  tests/base/byte_reader_test.cc
  tests/base/checksum_test.cc
  tests/base/fixed_point_test.cc
  tests/base/json_writer_test.cc
  tests/base/parallel_test.cc
  tests/base/sparse_vector_test.cc
  tests/base/utf8_test.cc
  tests/build/added_words_test.cc
  tests/build/bundle_folder_test.cc
  tests/build/bundle_test.cc
  tests/build/compounds_test.cc
  tests/build/document_terms_test.cc
  tests/build/inverter_test.cc
  tests/build/languages_test.cc
  tests/build/find_homophones_test.cc
  tests/build/unspaced_words_test.cc
  tests/build/likelier_words_test.cc
  tests/build/link_texts_test.cc
  tests/build/manifest_test.cc
  tests/build/primer_test.cc
  tests/build/position_writer_test.cc
  tests/build/ranking_test.cc
  tests/build/term_layout_test.cc
  tests/build/text_groups_test.cc
  tests/build/text_layout_test.cc
  tests/codec/number_model_test.cc
  tests/codec/range_coder_test.cc
  tests/codec/text_model_test.cc
  tests/document/boilerplate_test.cc
  tests/document/canonical_test.cc
  tests/document/collection_test.cc
  tests/document/config_test.cc
  tests/document/documents_test.cc
  tests/document/epub_reader_test.cc
  tests/document/format_test.cc
  tests/document/front_matter_test.cc
  tests/document/html_oracle.cc
  tests/document/html_oracle_test.cc
  tests/document/html_reader_test.cc
  tests/document/html_text_test.cc
  tests/document/json_lines_reader_test.cc
  tests/document/mail_reader_test.cc
  tests/document/markdown_reader_test.cc
  tests/document/metadata_types_test.cc
  tests/document/pdf_reader_test.cc
  tests/document/reader_cases.cc
  tests/document/text_reader_test.cc
  tests/index/block_file_test.cc
  tests/index/column_block_test.cc
  tests/index/column_directory_test.cc
  tests/index/column_value_test.cc
  tests/index/document_set_test.cc
  tests/index/garbage_test.cc
  tests/index/impact_test.cc
  tests/index/document_map_test.cc
  tests/index/position_block_test.cc
  tests/index/position_directory_test.cc
  tests/index/root_test.cc
  tests/index/homophones_test.cc
  tests/index/spelling_block_test.cc
  tests/index/term_block_test.cc
  tests/index/text_block_test.cc
  tests/index/text_code_test.cc
  tests/query/boolean_oracle_test.cc
  tests/query/explanation_test.cc
  tests/query/keys_test.cc
  tests/query/language_test.cc
  tests/spelling/corrector_test.cc
  tests/spelling/edit_distance_test.cc
  tests/query/lean_full_test.cc
  tests/spelling/neighbours_test.cc
  tests/spelling/typed_accents_test.cc
  tests/query/options_test.cc
  tests/spelling/unknown_forms_test.cc
  tests/query/column_fixture.cc
  tests/query/columns_test.cc
  tests/query/selection_test.cc
  tests/query/suggestions_test.cc
  tests/query/tiers_test.cc
  tests/search/damage_test.cc
  tests/search/highlighter_test.cc
  tests/search/identifiers_test.cc
  tests/search/likelier_word_test.cc
  tests/packing/packer_test.cc
  tests/search/oracle.cc
  tests/search/oracle_test.cc
  tests/search/query_test.cc
  tests/search/scorer_test.cc
  tests/search/searcher_test.cc
  tests/search/weighing_test.cc
  tests/wasm/std_test.cc
  tests/index/value_buckets_test.cc
  tests/build/value_bucket_writer_test.cc
  tests/index/filter_keys_test.cc
  tests/index/scale_test.cc
  tests/query/scales_test.cc
  tests/build/scale_writer_test.cc
  tests/build/word_pairs_test.cc
)
target_include_directories(catchword_tests PRIVATE tests)
# Several files at once: most of what it costs to compile one is the templates of the libraries it tests with.
set_target_properties(catchword_tests PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 5)
# Of this file alone, so that a compiler cache serves every checkout.
set_source_files_properties(tests/support/data.cc PROPERTIES
  COMPILE_DEFINITIONS CATCHWORD_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(catchword_tests PRIVATE catchword_build catchword_formats catchword_packing rapidcheck Catch2::Catch2
  PkgConfig::GUMBO ZLIB::ZLIB)
add_dependencies(catchword_tests catchword_formats_module)
if(ZIP_FOUND)
  target_compile_definitions(catchword_tests PRIVATE CATCHWORD_HAVE_LIBZIP)
endif()
if(GMIME_FOUND)
  target_compile_definitions(catchword_tests PRIVATE CATCHWORD_HAVE_GMIME)
endif()
if(POPPLER_FOUND)
  target_compile_definitions(catchword_tests PRIVATE CATCHWORD_HAVE_POPPLER)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")  # with sanitizers
  # The checks are for what is tested. The tests themselves take half as long to compile with these
  # left out, and not optimised.
  target_compile_options(catchword_tests PRIVATE -O0 -fno-sanitize=null,vptr,alignment,object-size)
  # Of what they take to compile, headers and the templates of the libraries that they test with are a quarter.
  target_precompile_headers(catchword_tests PRIVATE <algorithm> <catch2/catch.hpp> <filesystem> <fstream> <map>
    <nlohmann/json.hpp> <rapidcheck.h> <regex> <string> <vector>)
  target_compile_options(catchword_tests PRIVATE -fpch-instantiate-templates)
  set_source_files_properties(tests/main.cc PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
  # What is tested comes first: of an inline function that both have, the linker keeps the first.
  set(tested catchword_search catchword_documents catchword_build catchword_formats catchword_packing)
  list(TRANSFORM tested REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE archives)
  list(JOIN archives " " archives)
  target_link_options(catchword_tests PRIVATE "SHELL:-Wl,--whole-archive ${archives} -Wl,--no-whole-archive")
  # Started for each test case: relocating a million addresses takes a third of that.
  target_link_options(catchword_tests PRIVATE -no-pie)
else()
  target_compile_options(catchword_tests PRIVATE -O1)  # two thirds of the time to compile
endif()
# An entry of ctest for each file of tests, as a process takes a quarter of a second to start with sanitizers. Tests that skip
# where something isn't there, which they say, have an entry each.
get_target_property(sources catchword_tests SOURCES)
list(FILTER sources INCLUDE REGEX "_test\\.cc$")
foreach(source IN LISTS sources)
  get_filename_component(name ${source} NAME_WE)
  add_test(NAME ${source} COMMAND catchword_tests --filenames-as-tags "[#${name}]~[skips]" --warn NoTests)
  set_tests_properties(${source} PROPERTIES TIMEOUT 600)
endforeach()
catch_discover_tests(catchword_tests TEST_SPEC "[skips]" PROPERTIES TIMEOUT 600 SKIP_REGULAR_EXPRESSION "skipped: ")

# Without sanitizers only: with them it takes minutes.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_executable(catchword_site_tests
    tests/main.cc
    tests/support/data.cc
    tests/support/pages.cc
    tests/analysis/stemmer_test.cc
    tests/document/html_oracle.cc
    tests/sites/boilerplate_test.cc
    tests/sites/html_words_test.cc
  )
  target_include_directories(catchword_site_tests PRIVATE tests)
  target_link_libraries(catchword_site_tests PRIVATE catchword_build rapidcheck Catch2::Catch2 PkgConfig::GUMBO ZLIB::ZLIB)
  catch_discover_tests(catchword_site_tests
    PROPERTIES LABELS sites TIMEOUT 600 SKIP_REGULAR_EXPRESSION "skipped: ")
endif()

# What tests/e2e/browsers/analysis.mjs compares the browsers with.
add_executable(catchword_analysis tests/analysis/agreement_tool.cc)
target_link_libraries(catchword_analysis PRIVATE catchword_search)
