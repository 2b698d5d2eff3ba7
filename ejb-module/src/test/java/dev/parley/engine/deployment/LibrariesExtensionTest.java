package dev.parley.engine.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LibrariesExtensionTest {

    @Test
    void isContentWhereTheApiIs() {
        assertThatCode(LibrariesExtension::new).doesNotThrowAnyException();
    }

    @Test
    void saysWhatToWriteWhereItIsNot() {
        assertThatThrownBy(() -> new LibrariesExtension(ClassLoader.getPlatformClassLoader()))
                .hasMessageContaining("<defaultLibBundleDir>lib</defaultLibBundleDir>");
    }
}
