package dev.parley.engine.deployment;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The index that WildFly has made of the annotations in all archives of an EAR. It is reached by reflection: what it is
 * made of is WildFly's own, and no deployment is to depend on it.
 */
final class AnnotationIndex {

    private static final ServiceName ARCHIVES = ServiceName.of("jboss", "deployment", "subunit");
    private static final String DEPLOYMENT = "org.jboss.as.server.deployment.";

    private final List<Object> indexes;

    private AnnotationIndex(List<Object> indexes) {
        this.indexes = indexes;
    }

    /** The index of the EAR that an archive with this class loader is in; empty if there is none. */
    static AnnotationIndex find(ServiceRegistry services, ClassLoader loader) throws ReflectiveOperationException {
        for (ServiceName name : services.getServiceNames()) {
            Object archive = isArchive(name) ? value(services.getService(name)) : null;
            if (archive != null && loader.equals(loaderOf(archive))) {
                return ofAll(archive);
            }
        }
        return new AnnotationIndex(List.of());
    }

    private static boolean isArchive(ServiceName name) {
        return ARCHIVES.isParentOf(name) && name.length() == ARCHIVES.length() + 2;
    }

    /** The server has no other way to be asked for it by who does not depend on it. */
    @SuppressWarnings("deprecation")
    private static @Nullable Object value(@Nullable ServiceController<?> service) {
        return service == null || service.getState() != ServiceController.State.UP ? null : service.getValue();
    }

    private static @Nullable Object loaderOf(Object archive) throws ReflectiveOperationException {
        Object module = attachment(archive, "MODULE");
        return module == null ? null : call(module, "getClassLoader");
    }

    private static AnnotationIndex ofAll(Object archive) throws ReflectiveOperationException {
        Object ear = server(archive, "DeploymentUnit").getMethod("getParent").invoke(archive);
        List<Object> archives = new ArrayList<>();
        if (ear != null) {
            archives.add(ear);
            archives.addAll((Collection<?>) attachmentOr(List.of(), ear, "SUB_DEPLOYMENTS"));
        }
        List<Object> indexes = new ArrayList<>();
        for (Object each : archives) {
            Object index = attachment(each, "COMPOSITE_ANNOTATION_INDEX");
            if (index != null) {
                indexes.add(index);
            }
        }
        return new AnnotationIndex(indexes);
    }

    private static Object attachmentOr(Object otherwise, Object archive, String key)
            throws ReflectiveOperationException {
        Object there = attachment(archive, key);
        return there == null ? otherwise : there;
    }

    private static @Nullable Object attachment(Object archive, String key) throws ReflectiveOperationException {
        Method get = server(archive, "Attachable").getMethod("getAttachment", server(archive, "AttachmentKey"));
        return get.invoke(archive, server(archive, "Attachments").getField(key).get(null));
    }

    private static Class<?> server(Object archive, String type) throws ReflectiveOperationException {
        return archive.getClass().getClassLoader().loadClass(DEPLOYMENT + type);
    }

    /** The names of the classes that have a method with one of the annotations. */
    Set<String> classesWith(Collection<Class<? extends Annotation>> annotations) throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        for (Object index : indexes) {
            for (Class<? extends Annotation> annotation : annotations) {
                for (Object found : annotated(index, annotation)) {
                    Object type = call(call(call(found, "target"), "asMethod"), "declaringClass");
                    names.add(call(type, "name").toString());
                }
            }
        }
        return names;
    }

    private static Collection<?> annotated(Object index, Class<?> annotation) throws ReflectiveOperationException {
        Class<?> name = index.getClass().getClassLoader().loadClass("org.jboss.jandex.DotName");
        Object its = name.getMethod("createSimple", String.class).invoke(null, annotation.getName());
        return (Collection<?>) Objects.requireNonNull(
                index.getClass().getMethod("getAnnotations", name).invoke(index, its));
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return Objects.requireNonNull(target.getClass().getMethod(method).invoke(target));
    }
}
